update runs set filled = '{"title":1,"summary":0.5}', slowest = 'https://portal.example/courses', slowest_ms = 700 where id = 2;
