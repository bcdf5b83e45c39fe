-- A run that a node of a name made, under no lease.
update runs set node = 'north' where id = 3;
