insert into desk_sessions (digest, key_id, opened_at, ends_at) values ('5e55', 1, '2026-11-05T10:00:00.0000000Z', '2026-11-05T18:00:00.0000000Z');
insert into mistake_reports (course_id, kind, words, state, sent_at) values ('portal.1', 'link', 'Посилання веде не туди', 'open', '2026-11-05T11:00:00.0000000Z');
