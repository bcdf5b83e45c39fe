-- Alarms as events: raised, and cleared where cleared_at is set. At most one of a kind stands for a source.
create table alarms (
    id integer primary key autoincrement,
    source text not null,
    kind text not null,
    since text not null,
    raised_at text not null,
    cleared_at text,
    sentence text not null,
    remedy text not null,
    notified_at text
);
create unique index alarms_standing on alarms (source, kind) where cleared_at is null;
create index alarms_by_source on alarms (source, id);

-- What is to be told of them and how often that was tried: kept, so that neither a restart nor a receiver that is down loses a message.
create table alarm_messages (
    id integer primary key autoincrement,
    alarm bigint not null references alarms (id),
    event text not null,
    channel text not null,
    queued_at text not null,
    due_at text not null,
    attempts bigint not null default 0,
    told_at text,
    failure text
);
create index alarm_messages_by_alarm on alarm_messages (alarm, channel, id);
create index alarm_messages_waiting on alarm_messages (due_at) where told_at is null;

-- Since when a source is meant to be harvested: the beginning of its first deadline.
create table watched_sources (
    source text not null primary key,
    since text not null
);

create table heartbeats (
    role text not null primary key,
    beat_at text not null
);

-- All refusals of a run by reason, and what was taken with a doubt.
alter table runs add column refusal_groups text not null default '[]';
alter table runs add column noted bigint not null default 0;
alter table runs add column notes text not null default '[]';
