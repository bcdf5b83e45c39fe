-- What the checks of a course's address have found so far. The address is read from the course when its revision is newer than the one kept here.
create table links (
    course_id text not null primary key references courses (id) on delete cascade,
    source text not null,
    revision bigint not null,
    address text not null,
    host text not null,
    title text not null,
    due_at text not null,
    class text not null,
    since text,
    checked_at text,
    sight text,
    seen_address text,
    status bigint,
    reason text,
    failures bigint not null default 0,
    first_failure_at text,
    silences bigint not null default 0,
    silent_since text,
    moved_to text
);
create index links_due on links (due_at);
create index links_by_host on links (host, class);

-- One row for each check of many links; a row without an end was cut off.
create table link_checks (
    id integer primary key autoincrement,
    started_at text not null,
    ended_at text,
    by_hand bigint not null,
    checked bigint not null default 0,
    requests bigint not null default 0,
    changed bigint not null default 0,
    remaining bigint not null default 0,
    classes text not null default '{}',
    note text
);
