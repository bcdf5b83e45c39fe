insert into api_keys (name, prefix, salt, hash, scopes, created_at) values ('librarian', 'dcc_abcd', packed('salt'), packed('hash'), '["curate"]', '2026-11-04T09:00:00.0000000Z');
