// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/files/UploadedFile.h"
#include "domain/OwnFile.h"

namespace congvu::outgoing {

/// What an uploaded text document really is, by its bytes and never by its name alone. Only the list of its parts and the small manifest of
/// an ODT are unpacked here; the document itself is read by LibreOffice in a process of its own.
/// AppError invalid "/file": "outgoing.own-file-kind" for other names than .docx and .odt, "outgoing.own-file-other-type" for a content
/// that is not what the name says, "outgoing.own-file-encrypted", "outgoing.own-file-damaged".
OfficeFormat officeFormatOf(const files::UploadedFile& upload);

}  // namespace congvu::outgoing
