insert into queries (day, text, asked, zero, unsure, slow, slowest_ms, found, top) values ('2026-11-04', 'медіаграмотність', 3, 0, 0, 0, 4, 1, 'portal.1');
