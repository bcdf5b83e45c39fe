-- What a run says is gone for good; held and open runs keep it as they keep their entries.
create table run_deletions (
    run bigint not null references runs (id),
    course_id text not null,
    primary key (run, course_id)
);

-- partial: it lists only what changed. counted: every course that was active after it had been listed by it or later.
alter table runs add column partial bigint not null default 0;
alter table runs add column counted bigint not null default 0;
update runs set counted = 1
where id in (select max(id) from runs where state = 'promoted' and ending = 'complete' and found > 0 group by source);

-- Days between the complete runs that missed the course, and the end of the last run that counted.
alter table courses add column missing_days bigint not null default 0;
alter table courses add column missing_counted_at text;
update courses set missing_counted_at = missing_since where state = 'missing';
