"""Spoken text: the normaliser, the engines, the worker process that plays sound, and its supervisor."""
