-- Keys by which programs and people write through the API. Only a salted hash of the secret is kept; a revoked key stays on record.
create table api_keys (
    id integer primary key autoincrement,
    name text not null,
    prefix text not null unique,
    salt blob not null,
    hash blob not null,
    scopes text not null,
    rate bigint,
    created_at text not null,
    used_at text,
    revoked_at text
);
create unique index api_keys_standing on api_keys (name) where revoked_at is null;
