-- What librarians say of courses. The latest on the same thing that is not withdrawn counts; nothing is deleted but what must be forgotten.
create table course_verdicts (
    id integer primary key autoincrement,
    course_id text not null,
    verdict text not null,
    competence text,
    field text,
    value text,
    note text,
    said_by text not null,
    said_at text not null,
    withdrawn_by text,
    withdrawn_at text
);
create index course_verdicts_by_course on course_verdicts (course_id, id);
create index course_verdicts_by_who on course_verdicts (said_by, id);

-- How often a course stood in answers and on pages; nothing of who saw it.
create table course_shown (
    course_id text not null primary key,
    shown bigint not null
);

-- A retag that is going on or was cut off: one row, with the last course that it has done and its report so far.
create table retag_state (
    only_row integer primary key check (only_row = 1),
    source text not null,
    tagger text not null,
    after text not null,
    report text not null
);
