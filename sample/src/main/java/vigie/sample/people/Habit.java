package vigie.sample.people;

/// How somebody writes, the same from all of their accounts.
///
/// @param ending what every message ends with, or ""
/// @param lower  whether capital letters are left out
/// @param greets whether messages often start with a greeting
public record Habit(String ending, boolean lower, boolean greets) {}
