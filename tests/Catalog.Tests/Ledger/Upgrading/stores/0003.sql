insert into site_files (origin, name, body, read_at) values ('https://portal.example', 'robots.txt', packed('User-agent: *'), '2026-11-02T02:20:00.0000000Z');
insert into site_files (origin, name, body, read_at) values ('https://portal.example', 'tdmrep.json', null, '2026-11-02T02:20:00.0000000Z');
update pages set headers = '{"X-Robots-Tag":"noarchive"}';
update runs set reserved = 1 where id = 2;
insert into forgotten (digest, kind, words, forgotten_at, applied_at)
values ('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 'person', 2, '2026-11-02T12:00:00.0000000Z', '2026-11-02T12:00:05.0000000Z');
