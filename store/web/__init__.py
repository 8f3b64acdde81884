"""The way out to the web: addresses that are checked, answers that are bounded, hosts that are spared."""
