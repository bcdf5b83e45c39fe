#!/usr/bin/perl
# lint.pl: reads MARC records from standard input and prints what MARC::Lint says of them; ends with 1 where it says anything.
use strict;
use warnings;
use MARC::Batch;
use MARC::Lint;

binmode STDOUT, ':utf8';
my ($lint, $records, $words) = (MARC::Lint->new, 0, 0);
my $batch = MARC::Batch->new('USMARC', \*STDIN);
while (my $record = $batch->next) {
    $records++;
    $lint->check_record($record);
    print $record->field('001')->data, ": $_\n" for $lint->warnings;
    $words += $lint->warnings;
}
print "$records records\n";
exit($words > 0 || $records == 0 ? 1 : 0);
