-- How far the search for duplicates has read, and under which rule: another rule begins anew.
create table duplicate_state (
    only_row integer primary key check (only_row = 1),
    rule text not null,
    revision bigint not null
);
insert into duplicate_state (only_row, rule, revision) values (1, '', 0);

-- Which content of a course has been looked at, whether it was compared with the others, and whether its cluster is to be made again.
-- No reference to courses: a course that is purged is found and cleared away by the next search.
create table duplicate_prints (
    course_id text not null primary key,
    hash text not null,
    judged bigint not null,
    stale bigint not null
);
create index duplicate_prints_unjudged on duplicate_prints (course_id) where judged = 0;
create index duplicate_prints_stale on duplicate_prints (course_id) where stale = 1;

-- Courses that share a key are compared: hashes of addresses, platform keys, titles and pieces of text.
create table duplicate_keys (
    key bigint not null,
    course_id text not null,
    primary key (key, course_id)
);
create index duplicate_keys_by_course on duplicate_keys (course_id);

-- Pairs that the rule takes for one course, the smaller id first.
create table duplicate_links (
    one text not null,
    other text not null,
    kind text not null,
    detail text not null,
    weight double precision not null,
    primary key (one, other)
);
create index duplicate_links_by_other on duplicate_links (other);

-- What librarians said about pairs; the latest that is not withdrawn counts. Nothing is ever deleted here.
create table duplicate_verdicts (
    id integer primary key autoincrement,
    verdict text not null check (verdict in ('join', 'split')),
    one text not null,
    other text not null,
    said_by text not null,
    said_at text not null,
    withdrawn_by text,
    withdrawn_at text
);
create index duplicate_verdicts_by_one on duplicate_verdicts (one);
create index duplicate_verdicts_by_other on duplicate_verdicts (other);

-- Courses that are one with others; who stands alone has no row.
create table course_clusters (
    course_id text not null primary key,
    cluster_id text not null,
    links text not null
);
create index course_clusters_by_cluster on course_clusters (cluster_id);

-- Where a retired course goes on under another id of the same source.
create table course_successors (
    course_id text not null primary key,
    successor text not null
);
