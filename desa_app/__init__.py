"""The use cases of a village office, without Qt; window and command line are two faces of them."""
