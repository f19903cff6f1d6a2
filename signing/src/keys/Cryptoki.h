// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <p11-kit/pkcs11.h>

#include <optional>
#include <string>
#include <vector>

#include "congvu/signing/Bytes.h"
#include "congvu/signing/SigningError.h"

namespace congvu::signing::keys {

/// "CKR_PIN_INCORRECT"; numbers for values that are not in the table.
std::string nameOfResult(CK_RV result);

/// The error code that fits a return value of Cryptoki.
ErrorCode errorOfResult(CK_RV result);

/// Throws the SigningError of a return value: "C_Sign: CKR_DEVICE_REMOVED".
[[noreturn]] void throwResult(CK_RV result, const char* function);

/// Throws unless the result is CKR_OK.
void requireOk(CK_RV result, const char* function);

/// True when the session, the token or the login it was used with is gone, so that a new session may help.
bool isSessionLost(CK_RV result);

/// What objects must be like, for C_FindObjectsInit. Values are kept by the template.
class ObjectTemplate {
public:
    ObjectTemplate& with(CK_ATTRIBUTE_TYPE type, CK_ULONG value);
    ObjectTemplate& with(CK_ATTRIBUTE_TYPE type, ByteView value);
    /// Points into the template; call after the last `with`.
    std::vector<CK_ATTRIBUTE> attributes();

private:
    std::vector<std::pair<CK_ATTRIBUTE_TYPE, Bytes>> values_;
};

/// Every object that fits and that the session can see.
std::vector<CK_OBJECT_HANDLE> findObjects(CK_FUNCTION_LIST& functions, CK_SESSION_HANDLE session, ObjectTemplate wanted);

/// One attribute of an object; nothing when the object has none or does not tell.
std::optional<Bytes> attributeOf(CK_FUNCTION_LIST& functions, CK_SESSION_HANDLE session, CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type);

/// The same for a CK_BBOOL; false when absent.
bool flagOf(CK_FUNCTION_LIST& functions, CK_SESSION_HANDLE session, CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type);

}  // namespace congvu::signing::keys
