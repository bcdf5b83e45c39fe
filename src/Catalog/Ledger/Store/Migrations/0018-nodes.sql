-- Which node makes a run, and under which number of its lease; a catalogue that one process at a time harvests into has neither.
alter table runs add column node text;
alter table runs add column fence bigint not null default 0;

-- Who works on a request, and the node that alone can do it (a file lies on its disk).
alter table requests add column taken_by text;
alter table requests add column for_node text;
