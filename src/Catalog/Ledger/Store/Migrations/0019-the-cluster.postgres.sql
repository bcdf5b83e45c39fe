-- What several nodes on one server must agree on. All times are the server's own, so that a node whose clock is wrong does no harm.
-- A lease: whoever has it holds it until then; the fence rises with every new holder, so that the writing of an earlier one is known.
create table leases (
    name text collate "C" not null primary key,
    owner text collate "C" not null,
    node text collate "C" not null,
    fence bigint not null,
    until timestamptz not null
);

-- One row a host: who asks it now, from when and until when he may, when the last request ended, and until when it wants to be left alone (with 429 or 503; 0: it kept failing).
create table host_gates (
    host text collate "C" not null primary key,
    holder text collate "C" not null,
    opens_at timestamptz not null default '-infinity',
    held_until timestamptz not null,
    ended_at timestamptz not null default '-infinity',
    rest_until timestamptz not null default '-infinity',
    rest_status integer not null default 0
);

-- The processes that work on this catalogue, with their last sign of life and how far their clock is ahead of the server's.
create table nodes (
    instance text collate "C" not null primary key,
    name text collate "C" not null,
    roles text collate "C" not null,
    started_at timestamptz not null,
    seen_at timestamptz not null,
    stopped bigint not null default 0,
    ahead_ms bigint not null default 0
);
