-- robots.txt and tdmrep.json as last read of each origin: an outage or a restart does not make us forget what the owner said. No body: the origin had none.
create table site_files (
    origin text not null,
    name text not null,
    body blob,
    read_at text not null,
    primary key (origin, name)
);

-- The headers of a remembered page that go on holding while it does not change.
alter table pages add column headers text not null default '{}';

-- Listings of a run whose text the owner reserves.
alter table runs add column reserved bigint not null default 0;

-- Who and what asked to be forgotten, as digests; applied_at is empty until the catalogue has been searched for it.
create table forgotten (
    digest text not null primary key,
    kind text not null,
    words bigint not null,
    forgotten_at text not null,
    applied_at text
);
