"""The Whoosh engine; nothing else in lateral imports whoosh."""
