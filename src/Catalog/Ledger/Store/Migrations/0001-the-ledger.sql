-- Who this store is: one row for ever. The epoch is new in every new store and after a restore.
create table store (
    only_row integer primary key check (only_row = 1),
    epoch text not null,
    purpose text not null,
    created_at text not null
);

-- The revision counter: one row, raised inside the writing transaction.
create table counter (
    only_row integer primary key check (only_row = 1),
    revision bigint not null
);
insert into counter (only_row, revision) values (1, 0);

-- Times are ISO 8601 in UTC with seven decimals, so that their order as text is their order in time.
create table runs (
    id integer primary key autoincrement,
    source text not null,
    kind text not null,
    state text not null,
    ending text,
    started_at text not null,
    ended_at text,
    marker text,
    held_because text,
    failure text,
    requests bigint not null default 0,
    not_modified bigint not null default 0,
    bytes bigint not null default 0,
    waited_ms bigint not null default 0,
    found bigint not null default 0,
    added bigint not null default 0,
    changed bigint not null default 0,
    unchanged bigint not null default 0,
    returned bigint not null default 0,
    missing bigint not null default 0,
    retired bigint not null default 0,
    refused bigint not null default 0,
    refusals text not null default '[]',
    revision bigint
);
create unique index runs_open on runs (source) where state = 'open';
create index runs_by_source on runs (source, id);

-- What open and held runs have listed; no course knows of it before the run is promoted.
create table run_entries (
    run bigint not null references runs (id),
    course_id text not null,
    source_id text not null,
    hash text not null,
    tagging text not null,
    course text not null,
    raw blob not null,
    primary key (run, course_id)
);

create table run_refusals (
    run bigint not null references runs (id),
    digest text not null,
    number bigint not null,
    refusal text not null,
    primary key (run, digest)
);

-- Courses are narrow here, because every run writes every row; the long texts stand beside them.
create table courses (
    id text not null primary key,
    source text not null,
    source_id text not null,
    hash text not null,
    state text not null check (state in ('active', 'missing', 'retired')),
    link text not null default 'unsure',
    first_seen text not null,
    last_seen text not null,
    last_changed text not null,
    missing_since text,
    missing_runs bigint not null default 0,
    last_run bigint not null references runs (id),
    revision bigint not null unique
);
create index courses_by_state on courses (source, state);
create index courses_by_source on courses (source, id);

create table course_texts (
    id text not null primary key references courses (id),
    tagging text not null,
    course text not null
);

create table raw_listings (
    id text not null primary key references courses (id),
    raw blob not null
);

-- The steps of the promotion that is being written; empty between transactions.
create table promotion (
    course_id text not null primary key,
    step text not null,
    number bigint not null
);

create table paused_sources (
    source text not null primary key,
    paused_at text not null
);

create table requests (
    id integer primary key autoincrement,
    verb text not null,
    argument text not null,
    posted_at text not null,
    state text not null,
    progress text,
    answer text,
    exit_code bigint
);
create index requests_waiting on requests (state, id);

create table pages (
    source text not null,
    address text not null,
    etag text,
    last_modified text,
    content_type text,
    body blob not null,
    seen_at text not null,
    primary key (source, address)
);
