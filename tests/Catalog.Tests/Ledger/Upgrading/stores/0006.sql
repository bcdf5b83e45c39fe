update duplicate_state set rule = 'rule-1', revision = 6;
insert into duplicate_prints (course_id, hash, judged, stale) values ('portal.1', 'aa01', 1, 0);
insert into duplicate_prints (course_id, hash, judged, stale) values ('portal.2', 'aa02', 1, 0);
insert into duplicate_keys (key, course_id) values (-77, 'portal.1');
insert into duplicate_keys (key, course_id) values (-77, 'portal.2');
insert into duplicate_verdicts (verdict, one, other, said_by, said_at) values ('join', 'portal.1', 'portal.2', 'librarian', '2026-11-03T11:00:00.0000000Z');
insert into course_clusters (course_id, cluster_id, links) values ('portal.1', 'portal.1', '[{"other":"portal.2","kind":"librarian","detail":"librarian"}]');
insert into course_clusters (course_id, cluster_id, links) values ('portal.2', 'portal.1', '[{"other":"portal.1","kind":"librarian","detail":"librarian"}]');
insert into course_successors (course_id, successor) values ('portal.3', 'portal.1');
