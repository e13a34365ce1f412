"""The project file: settings of a package, read and checked."""
