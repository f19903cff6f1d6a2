// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "congvu/signing/Bytes.h"
#include "pdf/Object.h"

namespace congvu::signing::testing {

/// An incremental update with these objects, as an attacker or another program would append it.
Bytes appendObjects(const Bytes& document, const std::map<pdf::ObjectNumber, std::string>& objects);

/// Text of an object as the document holds it now.
std::string objectText(const Bytes& document, pdf::ObjectNumber number);

/// The first occurrence replaced; the two texts have the same length.
Bytes replaceText(Bytes document, const std::string& from, const std::string& to);

/// A stream object's text.
std::string streamText(const std::string& data);

/// The document with another start: a new trailer whose /Root is `root`.
Bytes appendTrailerWithRoot(const Bytes& document, pdf::ObjectNumber root);

/// The document with an appended section that frees an object.
Bytes appendFreedObject(const Bytes& document, pdf::ObjectNumber number);

}  // namespace congvu::signing::testing
