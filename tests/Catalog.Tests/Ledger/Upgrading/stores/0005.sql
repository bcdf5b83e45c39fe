insert into links (course_id, source, revision, address, host, title, due_at, class, since, checked_at, sight, status, failures, moved_to)
values ('portal.1', 'portal', 4, 'https://portal.example/1', 'portal.example', 'Медіаграмотність (вигаданий курс)', '2026-11-10T03:30:00.0000000Z', 'moved', '2026-11-03T03:30:00.0000000Z', '2026-11-03T03:30:00.0000000Z', 'moved', 301, 0, 'https://portal.example/new/1');
update courses set link = 'moved', last_changed = '2026-11-03T03:30:00.0000000Z', revision = 7 where id = 'portal.1';
update counter set revision = 7;
insert into link_checks (started_at, ended_at, by_hand, checked, requests, changed, remaining, classes)
values ('2026-11-03T03:30:00.0000000Z', '2026-11-03T03:31:00.0000000Z', 0, 1, 1, 1, 0, '{"moved":1}');
