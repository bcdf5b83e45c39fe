insert into course_verdicts (course_id, verdict, competence, said_by, said_at) values ('portal.1', 'add', '4.1', 'librarian', '2026-11-04T10:00:00.0000000Z');
insert into course_shown (course_id, shown) values ('portal.1', 12);
