-- Sources that were added from the pages: each is a source file that lies here, beside the files of the configuration.
create table added_sources (
    name text not null primary key,
    file_text text not null,
    added_by text not null,
    added_at text not null
);
