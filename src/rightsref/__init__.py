"""RightsRef: an offline reference to immigration-enforcement law in Chicago, Cook County, Illinois and the United States."""

__version__ = "0.2.0"
