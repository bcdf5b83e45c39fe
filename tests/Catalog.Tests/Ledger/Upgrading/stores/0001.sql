insert into store (only_row, epoch, purpose, created_at) values (1, '6f1d0c52a4f34a0f9a3c0b7f3f7f0001', 'service', '2026-11-01T01:00:00.0000000Z');
update counter set revision = 6;

insert into runs (source, kind, state, ending, started_at, ended_at, requests, not_modified, bytes, waited_ms, found, added, revision)
values ('portal', 'harvest', 'promoted', 'complete', '2026-11-01T02:20:00.0000000Z', '2026-11-01T02:21:00.0000000Z', 5, 0, 40960, 9000, 3, 3, 3);
insert into runs (source, kind, state, ending, started_at, ended_at, requests, not_modified, bytes, waited_ms, found, unchanged, changed, missing, retired, refused, refusals, revision)
values ('portal', 'harvest', 'promoted', 'complete', '2026-11-02T02:20:00.0000000Z', '2026-11-02T02:21:00.0000000Z', 5, 1, 30720, 9000, 1, 0, 1, 1, 1, 1, '[{"sourceId":"9","reason":"The listing has no title.","address":"https://portal.example/9"}]', 6);
insert into runs (source, kind, state, ending, started_at, ended_at, held_because, requests, found, added)
values ('portal', 'harvest', 'held', 'complete', '2026-11-03T02:20:00.0000000Z', '2026-11-03T02:21:00.0000000Z', 'Half of the usual courses were found.', 5, 1, 1);
insert into runs (source, kind, state, started_at, marker) values ('other', 'import', 'open', '2026-11-03T09:00:00.0000000Z', '2');

insert into run_entries (run, course_id, source_id, hash, tagging, course, raw) values (3, 'portal.4', '4', 'aa04',
  '{"framework":"digcomp-2.2","taggerVersion":"words-1","competences":[],"contexts":[]}',
  '{"id":"portal.4","source":"portal","sourceId":"4","title":"Вигаданий курс, що чекає","summary":"","description":"","url":"https://portal.example/4","authors":[],"subtitleLanguages":[],"keywords":[],"subjects":[],"mode":"unknown","instances":[],"price":"unknown","prices":[],"access":"unknown","credential":"unknown","tutor":"unknown"}',
  packed('{"id":"4","title":"Вигаданий курс, що чекає","url":"https://portal.example/4"}'));
insert into run_entries (run, course_id, source_id, hash, tagging, course, raw) values (4, 'other.1', '1', 'bb01',
  '{"framework":"digcomp-2.2","taggerVersion":"words-1","competences":[],"contexts":[]}',
  '{"id":"other.1","source":"other","sourceId":"1","title":"Вигаданий курс з файлу","summary":"","description":"","url":"https://other.example/1","authors":[],"subtitleLanguages":[],"keywords":[],"subjects":[],"mode":"unknown","instances":[],"price":"unknown","prices":[],"access":"unknown","credential":"unknown","tutor":"unknown"}',
  packed('{"id":"1","title":"Вигаданий курс з файлу","url":"https://other.example/1"}'));
insert into run_refusals (run, digest, number, refusal) values (4, 'd1', 1, '{"reason":"The line is no JSON object.","line":2}');

insert into courses (id, source, source_id, hash, state, first_seen, last_seen, last_changed, last_run, revision)
values ('portal.1', 'portal', '1', 'aa01', 'active', '2026-11-01T02:21:00.0000000Z', '2026-11-02T02:21:00.0000000Z', '2026-11-02T02:21:00.0000000Z', 2, 4);
insert into courses (id, source, source_id, hash, state, first_seen, last_seen, last_changed, missing_since, missing_runs, last_run, revision)
values ('portal.2', 'portal', '2', 'aa02', 'missing', '2026-11-01T02:21:00.0000000Z', '2026-11-01T02:21:00.0000000Z', '2026-11-02T02:21:00.0000000Z', '2026-11-02T02:21:00.0000000Z', 1, 1, 5);
insert into courses (id, source, source_id, hash, state, first_seen, last_seen, last_changed, missing_since, missing_runs, last_run, revision)
values ('portal.3', 'portal', '3', 'aa03', 'retired', '2026-11-01T02:21:00.0000000Z', '2026-11-01T02:21:00.0000000Z', '2026-11-02T02:21:00.0000000Z', '2026-11-02T02:21:00.0000000Z', 1, 1, 6);
insert into course_texts (id, tagging, course) values ('portal.1',
  '{"framework":"digcomp-2.2","taggerVersion":"words-1","primary":"1.2","competences":[{"code":"1.2","confidence":0.91,"evidence":[{"kind":"text","field":"title","start":0,"length":15,"text":"Медіаграмотність"}]}],"level":"foundation","contexts":["basic"]}',
  '{"id":"portal.1","source":"portal","sourceId":"1","title":"Медіаграмотність (вигаданий курс)","summary":"Як розпізнати фейк.","description":"<p>Як розпізнати фейк.</p>","url":"https://portal.example/1","provider":"Вигаданий портал","publisher":"Вигадана бібліотека","authors":["Олена Вигадана"],"language":"uk","subtitleLanguages":["en"],"image":"https://portal.example/1.png","keywords":["фейк"],"subjects":["Суспільство"],"level":"foundation","workload":"PT12H","duration":"P4W","mode":"scheduled","instances":[{"start":"2026-12-01T08:00:00+02:00"}],"price":"free-to-study","prices":[{"amount":490,"currency":"UAH"}],"access":"self","credential":"certificate","tutor":"yes","tutorNote":"Форум курсу","licence":"https://creativecommons.org/licenses/by/4.0/"}');
insert into course_texts (id, tagging, course) values ('portal.2',
  '{"framework":"digcomp-2.2","taggerVersion":"words-1","competences":[],"contexts":[]}',
  '{"id":"portal.2","source":"portal","sourceId":"2","title":"Кулінарія (вигаданий курс)","summary":"","description":"","url":"https://portal.example/2","authors":[],"subtitleLanguages":[],"keywords":[],"subjects":[],"mode":"unknown","instances":[],"price":"unknown","prices":[],"access":"unknown","credential":"unknown","tutor":"unknown"}');
insert into course_texts (id, tagging, course) values ('portal.3',
  '{"framework":"digcomp-2.2","taggerVersion":"words-1","competences":[],"contexts":[]}',
  '{"id":"portal.3","source":"portal","sourceId":"3","title":"Знятий вигаданий курс","summary":"","description":"","url":"https://portal.example/3","authors":[],"subtitleLanguages":[],"keywords":[],"subjects":[],"mode":"unknown","instances":[],"price":"unknown","prices":[],"access":"unknown","credential":"unknown","tutor":"unknown"}');
insert into raw_listings (id, raw) values ('portal.1', packed('{"id":"1","title":"Медіаграмотність (вигаданий курс)","url":"https://portal.example/1","summary":"Як розпізнати фейк.","language":"uk","authors":["Олена Вигадана"],"price":"free-to-study"}'));
insert into raw_listings (id, raw) values ('portal.2', packed('{"id":"2","title":"Кулінарія (вигаданий курс)","url":"https://portal.example/2"}'));

insert into paused_sources (source, paused_at) values ('resting', '2026-11-02T10:00:00.0000000Z');
insert into requests (verb, argument, posted_at, state) values ('harvest', '["portal"]', '2026-11-03T10:00:00.0000000Z', 'waiting');
insert into pages (source, address, etag, content_type, body, seen_at)
values ('portal', 'https://portal.example/courses', '"v1"', 'text/html', packed('<html>Вигаданий перелік</html>'), '2026-11-02T02:20:30.0000000Z');
