-- Lists of courses that people keep on the server: read by their number, changed by whoever has the secret, of which only the hash is here.
create table course_lists (
    id text not null primary key,
    secret_hash text not null,
    content text not null,
    created_at text not null,
    changed_at text not null,
    used_at text not null
);

create index course_lists_used on course_lists (used_at);
create index course_lists_created on course_lists (created_at);
