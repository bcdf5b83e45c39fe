-- Who is signed in at the desk: of what the browser sends only the digest is here.
create table desk_sessions (
    digest text not null primary key,
    key_id bigint not null,
    opened_at text not null,
    ends_at text not null
);

-- What readers say is wrong with a course; nothing of who said it.
create table mistake_reports (
    id integer primary key autoincrement,
    course_id text not null,
    kind text not null,
    words text not null,
    state text not null,
    sent_at text not null,
    settled_by text,
    settled_at text
);
create index mistake_reports_by_state on mistake_reports (state, id);
create index mistake_reports_by_course on mistake_reports (course_id);
create index mistake_reports_sent on mistake_reports (sent_at);

-- A list that was taken away at the desk: nobody reads it any more, and for some days it can come back.
alter table course_lists add column removed_at text;
