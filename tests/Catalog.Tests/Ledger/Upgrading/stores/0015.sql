insert into course_lists (id, secret_hash, content, created_at, changed_at, used_at)
values ('k7vigadane', 'c0ffee', '{"name":"Вигаданий перелік","about":"","courses":[{"id":"portal.1"}]}', '2026-11-05T10:00:00.0000000Z', '2026-11-05T10:00:00.0000000Z', '2026-11-05T10:00:00.0000000Z');
