-- Share of the found courses that have a field, and the request that took longest.
alter table runs add column filled text not null default '{}';
alter table runs add column slowest text;
alter table runs add column slowest_ms bigint not null default 0;
