-- Sources that scheduled runs leave alone for a while: after failures, or because the portal asked for it.
create table source_rests (
    source text not null primary key,
    failures bigint not null,
    until text not null,
    asked_by_portal bigint not null,
    because text not null
);
