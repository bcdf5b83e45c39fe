-- What a run leaves for the next one of its source, in the platform's own words; it counts only once the run is promoted.
create table bookmarks (
    run bigint not null primary key,
    source text not null,
    scope text not null,
    place text not null
);
create index bookmarks_by_source on bookmarks (source, run);
