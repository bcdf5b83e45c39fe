insert into bookmarks (run, source, scope, place) values (2, 'portal', 'https://portal.example', '2026-11-02');
