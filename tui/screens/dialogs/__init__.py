"""What is asked in a box over the screen."""
