#!/usr/bin/perl
# Writes src/text/sentence_classes.inc: the code points whose Sentence_Break property does not
# follow from their general category as text/sentence.c derives it. perl knows the property.
#   perl tests/unicode/sentence_classes.pl > src/text/sentence_classes.inc
use strict;
use warnings;
use Unicode::UCD;

my %names = (CL => 'CLOSE', UP => 'UPPER', LO => 'LOWER', LE => 'LETTER', NU => 'NUMERIC',
	EX => 'EXTEND', ST => 'STERM', SC => 'CONTINUE', AT => 'ATERM');

sub property {
	my $c = shift;
	for my $p (keys %names) {
		return $p if $c =~ /\p{SB=$p}/;
	}
	return '';
}

sub derived {
	my $c = shift;
	return $c =~ /[\p{Ps}\p{Pe}\p{Pi}\p{Pf}]/ ? 'CL' : $c =~ /[\p{Lu}\p{Lt}]/ ? 'UP'
		: $c =~ /\p{Ll}/ ? 'LO' : $c =~ /[\p{Lo}\p{Lm}\p{Nl}]/ ? 'LE'
		: $c =~ /\p{Nd}/ ? 'NU' : $c =~ /[\p{Mn}\p{Me}\p{Mc}]/ ? 'EX' : '';
}

my ($first, $last, $class) = (0, 0, '');
print "/* By tests/unicode/sentence_classes.pl, of Unicode ", Unicode::UCD::UnicodeVersion(),
	". */\n";
for my $code (0 .. 0x30000) {
	next if $code >= 0xd800 && $code <= 0xdfff;
	my $property = property(chr $code);
	my $is = $property ne derived(chr $code) ? $property : '';
	if ($is ne $class) {
		printf "{0x%x, 0x%x, %s},\n", $first, $last, $names{$class} if $class;
		($first, $class) = ($code, $is);
	}
	$last = $code;
}
