insert into added_sources (name, file_text, added_by, added_at) values ('added', 'name: Доданий портал
platform: moodle
address: https://added.example
enabled: false
', 'librarian', '2026-11-05T12:00:00.0000000Z');
