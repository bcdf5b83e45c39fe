insert into places (number, name, kind, address, town, lat, lon, mentor, languages) values (1, 'Вигадана бібліотека', 'library', 'вул. Вигадана, 1', 'Київ', 50.45, 30.52, 'yes', '["uk"]');
insert into places_list (one, digest, imported_at) values (1, '0123456789abcdef0123456789abcdef', '2026-11-04T09:00:00.0000000Z');
