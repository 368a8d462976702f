namespace Extractor.Workers.Frames;

/// <summary>What a frame says.</summary>
internal enum FrameKind : byte
{
    /// <summary>Host to worker: read this file.</summary>
    Request = 1,

    /// <summary>Worker to host: warm.</summary>
    Ready = 2,

    /// <summary>Worker to host, once in a while as long as a file is read: how far it is.</summary>
    Progress = 3,

    /// <summary>Worker to host: the result.</summary>
    Result = 4,

    /// <summary>Worker to host: why there is no result.</summary>
    Failure = 5,
}
