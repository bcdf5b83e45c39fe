#!/usr/bin/perl
# harvest.pl BASE: harvests the catalogue by OAI-PMH in all formats with Perl's HTTP::OAI; every list must hold each record once and as many as it says.
use strict;
use warnings;
use HTTP::OAI;

my $harvester = HTTP::OAI::Harvester->new(baseURL => "$ARGV[0]/oai");
my $identify = $harvester->Identify;
die 'Identify: ' . $identify->message . "\n" if $identify->is_error;
my @counts;
for my $format (map { $_->metadataPrefix } $harvester->ListMetadataFormats->metadataFormat) {
    my %seen;
    my $list = $harvester->ListRecords(metadataPrefix => $format, onRecord => sub { $seen{$_[0]->identifier}++ });
    die "$format: " . $list->message . "\n" if $list->is_error;
    die "$format: a record came twice\n" if grep { $_ > 1 } values %seen;
    my $size = $list->resumptionToken && $list->resumptionToken->completeListSize;
    die "$format: $size records said, " . keys(%seen) . " given\n" if $size && $size != keys %seen;
    push @counts, "$format " . keys %seen;
}
print join(', ', @counts), "\n";
