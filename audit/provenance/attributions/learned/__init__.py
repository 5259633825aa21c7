"""The learned taggers: the network, the encoder, and what makes candidates out of their labels."""
