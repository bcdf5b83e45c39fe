-- Where people get help with learning, as the last imported file lists it; an import replaces every row.
create table places (
    number bigint not null primary key,
    name text not null,
    kind text not null,
    address text,
    town text,
    region text,
    lat double precision,
    lon double precision,
    hours text,
    mentor text not null,
    contact text,
    website text,
    languages text not null
);

-- One row: the list that stands in places. The digest is another where the list is another.
create table places_list (
    one bigint not null primary key,
    digest text not null,
    imported_at text not null
);
