-- What was asked, counted by day and by text; nothing of who asked. Texts that look like a person's are never written.
create table queries (
    day text not null,
    text text not null,
    asked bigint not null,
    zero bigint not null,
    unsure bigint not null,
    slow bigint not null,
    slowest_ms bigint not null,
    found bigint not null,
    top text,
    primary key (day, text)
);
create index queries_text on queries (text);
