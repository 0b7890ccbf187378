"""Practising a guide on a phone that is drawn and answers. Pure: no Qt, no clock, nothing kept."""
