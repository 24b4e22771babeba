"""One file a law: its textbook form, its inputs, and what the contract's tests run on."""
