insert into alarms (source, kind, since, raised_at, sentence, remedy) values ('portal', 'held', '2026-11-03T02:21:00.0000000Z', '2026-11-04T02:22:00.0000000Z', 'Run 3 waits for review.', 'Accept or discard it.');
insert into alarm_messages (alarm, event, channel, queued_at, due_at) values (1, 'raised', 'webhook', '2026-11-04T02:22:00.0000000Z', '2026-11-04T02:22:00.0000000Z');
insert into watched_sources (source, since) values ('portal', '2026-11-01T01:00:00.0000000Z');
insert into heartbeats (role, beat_at) values ('crawl', '2026-11-04T02:22:00.0000000Z');
update runs set refusal_groups = '[{"reason":"The listing has no title.","count":1,"examples":[{"sourceId":"9","reason":"The listing has no title.","address":"https://portal.example/9"}]}]', noted = 1, notes = '[{"sourceId":"1","sentence":"The price «даром» is none of the known ones."}]' where id = 2;
