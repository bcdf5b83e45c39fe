insert into source_rests (source, failures, until, asked_by_portal, because) values ('portal', 2, '2026-11-04T02:20:00.0000000Z', 0, 'The portal answered with 500.');
