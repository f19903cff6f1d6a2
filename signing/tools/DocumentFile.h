// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "congvu/signing/Bytes.h"
#include "congvu/signing/pdf/DocumentPassword.h"

namespace congvu::signing::tool {

/// A document that is read where it stands: the file is mapped, not copied, so that 500 MB need 500 MB. Another program must
/// not shorten the file meanwhile. "-" is standard input, which is held in memory.
class DocumentFile {
public:
    /// Throws std::runtime_error with the file's name: unreadable, no plain file, larger than 1 GiB.
    explicit DocumentFile(const std::string& path);
    ~DocumentFile();
    DocumentFile(const DocumentFile&) = delete;
    DocumentFile& operator=(const DocumentFile&) = delete;

    ByteView bytes() const { return bytes_; }

private:
    Bytes held_;
    void* mapped_ = nullptr;
    ByteView bytes_;
};

/// A document that is being written: a temporary file beside the target that takes its place at the end, so that the target
/// is whole or untouched. "-" is standard output.
class DocumentOutput {
public:
    /// Throws std::runtime_error.
    explicit DocumentOutput(std::string path);
    /// Removes what was not committed.
    ~DocumentOutput();
    DocumentOutput(const DocumentOutput&) = delete;
    DocumentOutput& operator=(const DocumentOutput&) = delete;

    void append(ByteView bytes);
    /// Where everything appended so far can be read.
    const std::string& temporaryPath() const { return temporary_; }
    void commit();

private:
    std::string path_;
    std::string temporary_;
    int descriptor_ = -1;
};

/// The first line of the file, or none without a file.
DocumentPassword readDocumentPassword(const std::string& path);

}  // namespace congvu::signing::tool
