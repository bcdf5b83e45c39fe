#!/usr/bin/perl
# oai-provider.pl PORT FILE: an OAI-PMH 2.0 repository on the loopback, made of Debian's HTTP::OAI; reads FILE (JSON) anew for every request.
# A datestamp «NOW» is the moment when the file was written. Needs libhttp-oai-perl; `--check` prints the line that installs it and ends with 3.
use strict;
use warnings;
use JSON::PP;
use POSIX qw(strftime);

my $PAGE = 25;

if (($ARGV[0] // '') eq '--check') {
    unless (eval { require HTTP::OAI; require HTTP::Daemon; 1 }) {
        print "apt-get install --no-install-recommends libhttp-oai-perl libhttp-daemon-perl\n";
        exit 3;
    }
    exit 0;
}

require HTTP::OAI;
require HTTP::OAI::Repository;
require HTTP::OAI::Metadata::OAI_DC;
require HTTP::Daemon;
require HTTP::Response;
require URI;

my ($port, $file) = @ARGV;
my $base = "http://127.0.0.1:$port/oai";
my $daemon = HTTP::Daemon->new(LocalAddr => '127.0.0.1', LocalPort => $port, ReuseAddr => 1) or die "port $port: $!";

$| = 1;
print "listening\n";
while (my $client = $daemon->accept) {
    while (my $request = $client->get_request) {
        my $uri = $request->uri;
        if ($uri->path ne '/oai') {
            $client->send_error(404);
            next;
        }
        my $answer = HTTP::Response->new(200, 'OK', ['Content-Type' => 'text/xml; charset=utf-8', 'Connection' => 'close']);
        $answer->content(answer($uri->query_form)->toDOM->toString(1));
        $client->send_response($answer);
        last;
    }
    $client->close;
}

sub load {
    open my $in, '<:raw', $file or die "$file: $!";
    local $/;
    my $data = JSON::PP->new->utf8->decode(<$in>);
    my $now = strftime('%Y-%m-%dT%H:%M:%SZ', gmtime((stat $file)[9]));
    $_->{datestamp} eq 'NOW' and $_->{datestamp} = $now for @{ $data->{records} };
    return $data;
}

sub refuse {
    my ($response, @errors) = @_;
    $response->errors($_) for @errors;
    return $response;
}

sub answer {
    my %asked = @_;
    my $response = HTTP::OAI::Response->new(requestURL => $base . '?' . join('&', map { "$_=$asked{$_}" } sort keys %asked));
    my @errors = HTTP::OAI::Repository::validate_request(%asked);
    return refuse($response, @errors) if @errors;
    my $data = load();
    my $verb = $asked{verb};

    if ($verb eq 'Identify') {
        $response->content(HTTP::OAI::Identify->new(
            repositoryName => $data->{name}, baseURL => $base, adminEmail => 'keeper@repo.example', protocolVersion => '2.0',
            earliestDatestamp => '2026-10-01T00:00:00Z', deletedRecord => 'persistent', granularity => 'YYYY-MM-DDThh:mm:ssZ'));
        return $response;
    }
    if ($verb eq 'ListMetadataFormats') {
        my $list = HTTP::OAI::ListMetadataFormats->new;
        $list->metadataFormat(HTTP::OAI::MetadataFormat->new(
            metadataPrefix => 'oai_dc', schema => 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd', metadataNamespace => 'http://www.openarchives.org/OAI/2.0/oai_dc/'));
        $response->content($list);
        return $response;
    }
    if ($verb eq 'ListSets') {
        my $list = HTTP::OAI::ListSets->new;
        $list->set(HTTP::OAI::Set->new(setSpec => "col_$_->[0]", setName => $_->[1])) for ['courses', 'Курси'], ['articles', 'Статті'];
        $response->content($list);
        return $response;
    }

    my $offset = 0;
    if (defined(my $token = $asked{resumptionToken})) {
        return refuse($response, HTTP::OAI::Error->new(code => 'badResumptionToken', message => 'Unknown token'))
            unless $token =~ m{^oai_dc/([^/]*)/([^/]*)/(\d+)$};
        ($asked{from}, $asked{set}, $offset) = (length $1 ? $1 : undef, length $2 ? $2 : undef, $3);
    }
    elsif ($asked{metadataPrefix} ne 'oai_dc') {
        return refuse($response, HTTP::OAI::Error->new(code => 'cannotDisseminateFormat', message => 'Only oai_dc'));
    }
    my @records = grep {
        (!defined $asked{from} || $_->{datestamp} ge $asked{from})
            && (!defined $asked{set} || $_->{set} eq $asked{set})
            && (!defined $asked{identifier} || $_->{id} eq $asked{identifier})
    } @{ $data->{records} };
    unless (@records) {
        my $code = $verb eq 'GetRecord' ? 'idDoesNotExist' : 'noRecordsMatch';
        return refuse($response, HTTP::OAI::Error->new(code => $code, message => 'Nothing fits'));
    }

    my $list = $verb eq 'ListRecords' ? HTTP::OAI::ListRecords->new : $verb eq 'GetRecord' ? HTTP::OAI::GetRecord->new : HTTP::OAI::ListIdentifiers->new;
    my $last = $offset + $PAGE - 1 < $#records ? $offset + $PAGE - 1 : $#records;
    for my $one (@records[$offset .. $last]) {
        my $header = HTTP::OAI::Header->new(identifier => $one->{id}, datestamp => $one->{datestamp});
        $header->setSpec($one->{set});
        $header->status('deleted') if $one->{deleted};
        if ($verb eq 'ListIdentifiers') {
            $list->identifier($header);
            next;
        }
        my $record = HTTP::OAI::Record->new(header => $header);
        $record->metadata(HTTP::OAI::Metadata::OAI_DC->new(dc => $one->{dc})) unless $one->{deleted};
        $list->record($record);
    }
    if ($last < $#records) {
        $list->resumptionToken(HTTP::OAI::ResumptionToken->new(
            resumptionToken => join('/', 'oai_dc', $asked{from} // '', $asked{set} // '', $last + 1), completeListSize => scalar @records, cursor => $offset));
    }
    $response->content($list);
    return $response;
}
