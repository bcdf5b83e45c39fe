insert into run_deletions (run, course_id) values (3, 'portal.2');
update courses set missing_days = 1 where id = 'portal.2';
