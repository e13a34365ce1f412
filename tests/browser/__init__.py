"""Tests of the built pages in a headless browser: `make browser-test`."""
